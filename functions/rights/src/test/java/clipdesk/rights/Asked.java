package clipdesk.rights;

import clipdesk.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request of a committed file of src/test/resources/wire.
 *
 * @param module whose file it is
 * @param adapter the class that asks
 * @param method of the adapter
 * @param lines of the request, from its first
 */
record Asked(
    String module,
    String adapter,
    String method,
    String operation,
    List<String> lines,
    String body) {
  private static final String COMMON = "common";
  private static final Pattern HEADING = Pattern.compile("### (\\w+)(:.*)?");

  /** Everything that is committed, of every module. */
  static List<Asked> all() {
    return Stream.of(COMMON, "accounts", "media", "clips", "newsletters")
        .flatMap(
            module ->
                list(Path.of("..", module, "src/test/resources/wire")).stream()
                    .flatMap(file -> read(module, file).stream()))
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Asked> read(String module, Path file) {
    var adapter = file.getFileName().toString().replace(".http", "");
    var found = new ArrayList<Asked>();
    try {
      for (var section : Files.readString(file).split("(?m)^(?=### )", -1)) {
        if (!section.isBlank()) {
          found.add(section(module, adapter, section));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Asked section(String module, String adapter, String text) {
    var head = text.split("\n\n", 2);
    var lines = List.of(head[0].split("\n", -1));
    var heading = HEADING.matcher(lines.getFirst());
    if (!heading.matches()) {
      throw new IllegalStateException(adapter + ": " + lines.getFirst());
    }
    return new Asked(
        module,
        adapter,
        heading.group(1),
        lines.get(1).substring("# ".length()),
        lines.subList(2, lines.size()),
        head.length > 1 ? head[1] : "");
  }

  /** What a context commits for an adapter that all share, its own functions ask. */
  boolean isAskedBy(String context) {
    return module.equals(COMMON) || module.equals(context);
  }

  /** What needs no right is not signed. */
  boolean signed() {
    return lines.stream()
        .anyMatch(it -> it.startsWith("authorization: ") || it.startsWith("  ?X-Amz-Signature"));
  }

  Optional<String> header(String name) {
    return lines.stream()
        .filter(it -> it.startsWith(name + ": "))
        .map(it -> it.substring(name.length() + 2))
        .findFirst();
  }

  boolean hasParameter(String name) {
    return lines.stream().anyMatch(it -> it.startsWith("  ?" + name));
  }

  /** Without the slash in front. */
  String path() {
    return lines.getFirst().replaceAll("^\\w+ /", "");
  }

  Map<String, Object> json() {
    return Json.object(body);
  }

  /** A field of a form. */
  Optional<String> field(String name) {
    return body.lines()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(name.length() + 1))
        .findFirst();
  }

  @Override
  public String toString() {
    return adapter + "." + method;
  }
}
