package careledger.api;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.diff.DiffCategory;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a contract takes away from its callers. GraphQL Java's comparison finds most of it; a default that changes its
 * value changes the meaning of every question that relies on it, and is found here.
 */
final class ContractChanges {
    private static final Pattern END = Pattern.compile("Removed on (\\d{4}-\\d{2}-\\d{2})\\.");

    private ContractChanges() {}

    /** @param today what was deprecated may go from the day on that its deprecation names */
    static List<String> breaking(String before, String after, LocalDate today) {
        Map<String, DirectivesContainer<?>> old = parts(before);
        Map<String, DirectivesContainer<?>> now = parts(after);
        CapturingReporter found = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, after), found);
        List<String> changes = new ArrayList<>();
        for (DiffEvent event : found.getBreakages()) {
            if (!due(event, old, today) && !optional(event, now)) {
                changes.add(event.getTypeName() + "." + event.getFieldName() + " " + event.getComponents() + ": "
                        + event.getReasonMsg());
            }
        }
        changes.addAll(changedDefaults(old, now));
        return changes;
    }

    static List<String> undatedDeprecations(String contract) {
        return parts(contract).entrySet().stream()
                .filter(part -> part.getValue().hasDirective("deprecated")
                        && end(part.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean due(DiffEvent event, Map<String, DirectivesContainer<?>> old, LocalDate today) {
        return event.getCategory() == DiffCategory.DEPRECATION_REMOVED
                && part(event, old)
                        .flatMap(ContractChanges::end)
                        .filter(day -> !day.isAfter(today))
                        .isPresent();
    }

    /** A new argument that must have a value, and has one by itself. */
    private static boolean optional(DiffEvent event, Map<String, DirectivesContainer<?>> now) {
        return event.getCategory() == DiffCategory.STRICTER
                && event.getReasonMsg().contains("new")
                && part(event, now)
                        .filter(part -> part instanceof InputValueDefinition input && input.getDefaultValue() != null)
                        .isPresent();
    }

    private static Optional<DirectivesContainer<?>> part(DiffEvent event, Map<String, DirectivesContainer<?>> parts) {
        String field = event.getTypeName() + "." + event.getFieldName();
        String last =
                event.getComponents().isEmpty() ? "" : event.getComponents().get(0);
        return Optional.<DirectivesContainer<?>>ofNullable(parts.get(field + "." + last))
                .or(() -> Optional.ofNullable(parts.get(event.getTypeName() + "." + last)))
                .or(() -> Optional.ofNullable(parts.get(field)));
    }

    private static List<String> changedDefaults(
            Map<String, DirectivesContainer<?>> old, Map<String, DirectivesContainer<?>> now) {
        List<String> changes = new ArrayList<>();
        old.forEach((name, part) -> {
            if (part instanceof InputValueDefinition before
                    && before.getDefaultValue() != null
                    && now.get(name) instanceof InputValueDefinition after
                    && !text(before.getDefaultValue()).equals(text(after.getDefaultValue()))) {
                changes.add(name + ": the default was " + text(before.getDefaultValue()) + " and is "
                        + text(after.getDefaultValue()));
            }
        });
        return changes;
    }

    private static String text(@Nullable Value<?> value) {
        return value == null ? "none" : AstPrinter.printAst(value);
    }

    /** The day that a deprecation names. */
    private static Optional<LocalDate> end(DirectivesContainer<?> part) {
        return part.getDirectives("deprecated").stream()
                .map(ContractChanges::reason)
                .map(END::matcher)
                .filter(Matcher::find)
                .flatMap(found -> day(found.group(1)).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String reason(Directive deprecated) {
        return deprecated.getArgument("reason") != null
                        && deprecated.getArgument("reason").getValue() instanceof StringValue text
                ? String.valueOf(text.getValue())
                : "";
    }

    /** Everything that can be deprecated: fields and values as Type.name, arguments as Type.field.name. */
    private static Map<String, DirectivesContainer<?>> parts(String contract) {
        Map<String, DirectivesContainer<?>> parts = new LinkedHashMap<>();
        for (Definition<?> definition : Parser.parse(contract).getDefinitions()) {
            if (definition instanceof ObjectTypeDefinition type) {
                type.getFieldDefinitions().forEach(field -> field(parts, type.getName(), field));
            } else if (definition instanceof InputObjectTypeDefinition input) {
                input.getInputValueDefinitions()
                        .forEach(field -> parts.put(input.getName() + "." + field.getName(), field));
            } else if (definition instanceof EnumTypeDefinition constants) {
                constants
                        .getEnumValueDefinitions()
                        .forEach(value -> parts.put(constants.getName() + "." + value.getName(), value));
            }
        }
        return parts;
    }

    private static void field(Map<String, DirectivesContainer<?>> parts, String type, FieldDefinition field) {
        String name = type + "." + field.getName();
        parts.put(name, field);
        field.getInputValueDefinitions().forEach(argument -> parts.put(name + "." + argument.getName(), argument));
    }
}
