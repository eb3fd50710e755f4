package careledger.api.namedquery;

import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArgumentCode;
import careledger.answers.query.InvalidArguments;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of a document, read from the parameters of an address; all that is wrong is said at once. */
final class Variables {
    private final NamedQuery query;
    private final InvalidArguments refusals = new InvalidArguments();
    private final Map<String, Object> read = new TreeMap<>();

    private Variables(NamedQuery query) {
        this.query = query;
    }

    /**
     * @param parameters by name, in the order of the address
     * @throws careledger.answers.query.InvalidQueryException with everything that is wrong
     */
    static Map<String, Object> of(NamedQuery query, Map<String, List<String>> parameters) {
        Variables variables = new Variables(query);
        parameters.forEach(variables::read);
        query.parameters().stream()
                .filter(parameter -> parameter.required() && !parameters.containsKey(parameter.name()))
                .forEach(variables::missing);
        variables.refusals.throwIfAny();
        return variables.read;
    }

    private void read(String name, List<String> texts) {
        Optional<Parameter> known = query.parameter(name);
        if (known.isEmpty()) {
            unknown(name);
            return;
        }
        Parameter parameter = known.get();
        if (!parameter.list() && texts.size() > 1) {
            refusals.add(InvalidArgument.badInput(
                    ArgumentPath.of(name),
                    "The parameter '" + name + "' occurs " + texts.size() + " times; expected one value.",
                    "Keep one of them."));
            return;
        }
        List<Object> values = new ArrayList<>();
        for (String text : parameter.list() ? ValueList.of(name, texts) : texts) {
            ParameterValue value = new ParameterValue(parameter, text);
            Optional<InvalidArgument> refused = value.refusal();
            refused.ifPresentOrElse(refusals::add, () -> values.add(value.variable()));
        }
        if (!values.isEmpty()) {
            read.put(name, parameter.list() ? values : values.get(0));
        }
    }

    private void unknown(String name) {
        List<String> known =
                new ArrayList<>(query.parameters().stream().map(Parameter::name).toList());
        refusals.add(new InvalidArgument(
                InvalidArgumentCode.BAD_INPUT,
                ArgumentPath.of(name),
                "The query '" + query.name() + "' has no parameter '" + name + "'." + Nearest.sentence(name, known),
                Optional.of(known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + "."),
                Nearest.to(name, known)));
    }

    private void missing(Parameter parameter) {
        refusals.add(InvalidArgument.badInput(
                ArgumentPath.of(parameter.name()),
                "The parameter '" + parameter.name() + "' is missing: " + parameter.about(),
                "For example " + parameter.name() + "=" + parameter.example() + "."));
    }
}
