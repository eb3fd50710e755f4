package careledger.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A curl command as the pages have it, sent by the test's own client: the options that they use, and no others. */
record CurlCommand(String address, String method, Map<String, String> headers, String body) {
    private static final Pattern WORD =
            Pattern.compile("\\s*(?:\\\\\\n\\s*)*((?:'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s'\"])+)");
    private static final String HOME = "http://127.0.0.1:8080";

    /** The commands in a block, each from the word curl to the end of its line, quotes and continued lines heeded. */
    static List<CurlCommand> in(String block) {
        List<CurlCommand> commands = new ArrayList<>();
        Matcher start = Pattern.compile("(?m)^(?:\\$ )?curl ").matcher(block);
        while (start.find()) {
            commands.add(of(words(block.substring(start.end()))));
        }
        return commands;
    }

    HttpResponse<String> send(TestService service) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(address))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find(end) && word.start() == end && !endsLine(text.substring(end, word.start(1)))) {
            if (word.group(1).equals("|") || word.group(1).equals(">")) {
                break;
            }
            words.add(plain(word.group(1)));
            end = word.end();
        }
        return words;
    }

    private static boolean endsLine(String gap) {
        return gap.replace("\\\n", "").contains("\n");
    }

    private static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        Matcher part = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^'\"]+)")
                .matcher(word);
        while (part.find()) {
            if (part.group(1) != null) {
                plain.append(part.group(1));
            } else if (part.group(2) != null) {
                plain.append(part.group(2).replaceAll("\\\\(.)", "$1"));
            } else {
                plain.append(part.group(3));
            }
        }
        return plain.toString();
    }

    private static CurlCommand of(List<String> words) {
        Map<String, String> headers = new HashMap<>();
        List<String> encoded = new ArrayList<>();
        String address = "";
        String method = "";
        String body = "";
        boolean inAddress = false;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s", "-S", "-i", "-f", "-sS", "-L", "-OJ", "-O", "-J", "--fail", "--compressed", "--silent" -> {}
                case "-G" -> inAddress = true;
                case "-I" -> method = "HEAD";
                case "-o" -> i++;
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    String[] header = words.get(++i).split(":\\s*", 2);
                    headers.put(header[0], header[1]);
                }
                case "-d", "--data", "--data-raw", "--json" -> body = words.get(++i);
                case "--data-urlencode" -> encoded.add(encoded(words.get(++i)));
                default -> address = address(words.get(i));
            }
        }
        if (inAddress) {
            address += "?" + String.join("&", encoded);
        }
        String usual = body.isEmpty() ? "GET" : "POST";
        return new CurlCommand(address, method.isEmpty() ? usual : method, headers, body);
    }

    private static String encoded(String pair) {
        String[] parts = pair.split("=", 2);
        return parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
    }

    private static String address(String word) {
        if (!word.startsWith(HOME)) {
            throw new IllegalArgumentException(
                    "expected an option that is known here or an address at " + HOME + ", found '" + word + "'");
        }
        return URI.create(word.substring(HOME.length())).toString();
    }
}
