package careledger.api.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps documents that have been read and found right, so that asking one again costs no reading. */
final class ParsedDocuments implements PreparsedDocumentProvider {
    private static final long MOST_CHARACTERS = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        PreparsedDocumentEntry found = kept.getIfPresent(input.getQuery());
        if (found == null) {
            found = read.apply(input);
            if (!found.hasErrors()) {
                kept.put(input.getQuery(), found);
            }
        }
        return CompletableFuture.completedFuture(found);
    }
}
