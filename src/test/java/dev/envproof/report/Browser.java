package dev.envproof.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, driven by its own driver; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    /** Whatever takes longer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** It warns of every Chromium that is newer than itself; kept here, for a logger lives as long as someone has it. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private static final Pattern REQUEST = Pattern.compile("\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");
    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        needs(CHROMIUM);
        needs(DRIVER);
        LOG.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox", // as root there is none
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--window-size=1360,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    /** Fails where it is missing: a test that is left out is a test that nobody misses. */
    static void needs(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(program
                    + ": not installed; the profile `browser` needs Debian's packages: apt-get install chromium"
                    + " chromium-driver");
        }
    }

    /** A fresh look at a file, with whatever stands behind its {@code #}; what was logged before is forgotten. */
    void open(Path file, String hash) {
        driver.get("about:blank");
        requests();
        console();
        driver.get(file.toAbsolutePath().toUri() + hash);
    }

    Object js(String expression) {
        return Objects.requireNonNullElse(driver.executeScript("return " + expression), "null");
    }

    long number(String expression) {
        return ((Number) js(expression)).longValue();
    }

    String text(String selector) {
        return String.valueOf(js("document.querySelector(" + quoted(selector) + ").textContent"));
    }

    boolean isSeen(String selector) {
        return one(selector).isDisplayed();
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** How many are to be seen. */
    long seen(String selector) {
        return all(selector).stream().filter(WebElement::isDisplayed).count();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressWithControl(CharSequence key) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** The paper, or what the system prefers: {@code print} or nothing, {@code dark} or {@code light}. */
    void media(String medium, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void size(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** What the page asked for since it was opened. */
    List<String> requests() {
        return entries(LogType.PERFORMANCE).stream()
                .flatMap(line -> REQUEST.matcher(line).results().map(found -> found.group(1)))
                .toList();
    }

    List<String> console() {
        return entries(LogType.BROWSER);
    }

    /** What is in sight, as a picture. */
    void picture(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
            BufferedImage opaque = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.getGraphics().drawImage(seen, 0, 0, null);
            ImageWriter png = ImageIO.getImageWritersByFormatName("png").next();
            ImageWriteParam small = png.getDefaultWriteParam();
            small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            small.setCompressionQuality(0);
            Files.deleteIfExists(file);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                png.setOutput(out);
                png.write(null, new IIOImage(opaque, null, null), small);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private List<String> entries(String log) {
        return StreamSupport.stream(driver.manage().logs().get(log).spliterator(), false)
                .map(LogEntry::getMessage)
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
