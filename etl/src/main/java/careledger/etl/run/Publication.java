package careledger.etl.run;

import careledger.etl.stage.FileCount;
import careledger.schema.text.UnknownIdException;
import careledger.warehouse.release.DataLock;
import careledger.warehouse.release.Release;
import careledger.warehouse.release.Releases;
import careledger.warehouse.run.ExtractCount;
import careledger.warehouse.run.RunRecords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a load is published, and what may stop it.
 *
 * @param sound the current release; empty where there is none, or its files are not what was published
 */
record Publication(Releases releases, RunRecords records, DataLock lock, Optional<Release> sound) {
    /** Why a load with such files is not published; empty where nothing stands against it. */
    Optional<String> objection(List<FileCount> files, boolean acceptRejections) {
        List<FileCount> refused = files.stream().filter(FileCount::refusedWhole).toList();
        if (refused.isEmpty() || acceptRejections) {
            return Optional.empty();
        }
        String names = refused.stream().map(file -> file.file().path()).collect(Collectors.joining(", "));
        return Optional.of(refused.size() + " files were refused whole (" + names + "). " + missing(refused)
                + " Nothing was published; mend the files, or publish without them by --accept-rejections.");
    }

    private String missing(List<FileCount> refused) {
        if (sound.isEmpty()) {
            return "No release is served yet, so none of their figures is.";
        }
        String id = sound.get().id();
        List<String> paths = refused.stream().map(file -> file.file().path()).toList();
        try {
            long figures = records.get(sound.get().manifest().run()).extracts().stream()
                    .filter(extract -> paths.contains(extract.id()))
                    .mapToLong(ExtractCount::claims)
                    .sum();
            return figures + " figures that release " + id + " serves would be missing.";
        } catch (UnknownIdException e) {
            return "Figures that release " + id + " serves may be missing.";
        }
    }
}
