package dev.envproof.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The reports have no place: the message names the file, what the operating system said, and what is accepted. */
public final class ReportsUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String ACCEPTED = "; accepted: a folder where this user may write, with space left";

    private ReportsUnusable(String message) {
        super(message);
    }

    public static ReportsUnusable at(Path path, IOException failed) {
        return new ReportsUnusable(path + ": can't be written: " + said(failed) + ACCEPTED);
    }

    static ReportsUnusable inUse(Path folder) {
        return new ReportsUnusable(folder + ": another run writes its reports here;"
                + " accepted: one run at a time, or a copy of the project for each");
    }

    private static String said(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "access denied";
        }
        Optional<String> reason = failed instanceof FileSystemException told
                ? Optional.ofNullable(told.getReason())
                : Optional.ofNullable(failed.getMessage());
        return reason.orElseGet(() -> failed.getClass().getSimpleName());
    }
}
