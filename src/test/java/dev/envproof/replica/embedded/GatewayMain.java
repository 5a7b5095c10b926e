package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/** One environment's Supabase gateway as a process: it is told its project, and where its database is. */
final class GatewayMain {
    static final String URL = "GATEWAY_URL";

    private GatewayMain() {}

    /** The process environment of the gateway of a project; the variable of its database comes beside it. */
    static Map<String, String> environment(Project project) {
        return Map.of(
                "PROJECT", project.environment(),
                "PROJECT_REF", project.ref(),
                "PROJECT_JWT_SECRET", project.jwtSecret(),
                "PROJECT_OBJECT", project.objectIdentity());
    }

    public static void main(String[] arguments) throws IOException {
        ServeSettings settings = ServeSettings.of(System.getenv());
        Project project = new Project(
                value("PROJECT"),
                true,
                value("PROJECT_REF"),
                "",
                "",
                value("PROJECT_JWT_SECRET"),
                value("PROJECT_OBJECT"),
                Instant.EPOCH,
                Project.ANY_DATABASE);
        Environment environment =
                settings.system().environment(project.environment()).orElseThrow();
        Shape shape = settings.shape(environment.edge());
        try (SupabaseGateway gateway = new SupabaseGateway(project, settings.port(), () -> shape)) {
            gateway.start();
            System.out.print(ExportFile.lines(Map.of(URL, gateway.url().toString())));
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String value(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
