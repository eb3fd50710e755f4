package careledger.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of the program lie: in a checkout of the source, where Maven builds them, or unpacked from the zip.
 *
 * @param home folder that holds the script {@code careledger}
 * @param version of the program, which names its jars in a checkout
 */
record Installation(Path home, String version) {
    /** Whether the program can be built here. */
    boolean checkout() {
        return Files.isRegularFile(home.resolve("pom.xml"));
    }

    Path data() {
        return home.resolve("warehouse/data");
    }

    Path extracts() {
        return home.resolve("etl/extracts");
    }

    /** The script that starts this program again, for processes that the service starts. */
    Path script() {
        return home.resolve(windows() ? "careledger.cmd" : "careledger");
    }

    /** The class path of a module, {@code etl} or {@code api}, as {@code java -cp} reads it. */
    String classPath(String module) {
        if (!checkout()) {
            return home.resolve("lib").resolve(module) + File.separator + "*";
        }
        Path target = home.resolve(module).resolve("target");
        return target.resolve("careledger-" + module + "-" + version + ".jar") + File.pathSeparator
                + target.resolve("lib") + File.separator + "*";
    }

    /** Classes of a module that every start loads, prepared by {@code build}; starts are only slower without it. */
    Path classArchive(String module) {
        return home.resolve(module).resolve("target").resolve(module + ".jsa");
    }

    static boolean windows() {
        return File.separatorChar == '\\';
    }
}
