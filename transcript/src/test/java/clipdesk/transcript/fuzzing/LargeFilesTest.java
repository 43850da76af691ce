package clipdesk.transcript.fuzzing;

import static clipdesk.transcript.fuzzing.HostileFile.isReadModestly;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large files of one piece that is repeated: what costs more than its length somewhere takes
 * minutes here.
 */
@Timeout(60)
final class LargeFilesTest {
  private static final int BYTES = 1 << 18;
  private static final String CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
  private static final String DOCUMENT = "<w:document xmlns:w='w'><w:body><w:p>";

  /** What stands before, what is repeated, what stands after; a hash sign is a number. */
  private record Shape(String before, String repeated, String after) {
    byte[] ofBytes(int most) {
      var text = new StringBuilder(before);
      for (var number = 0;
          text.length() + repeated.length() + after.length() + 8 < most;
          number++) {
        text.append(repeated.replace("#", Integer.toString(number)));
      }
      return text.append(after).toString().getBytes(UTF_8);
    }
  }

  static Stream<Shape> words() {
    return Stream.of(
        new Shape(CUE, "<a", ""),
        new Shape(CUE, "<v ", ""),
        new Shape(CUE + "<v", " ", "x"),
        new Shape(CUE, "{\\", ""),
        new Shape(CUE, "<00:01", ""),
        new Shape(CUE, "<00:00:01.500>", ""),
        new Shape(CUE, "&a", ""),
        new Shape(CUE, "line #\n", "\n00:03.000 --> 00:04.000\nx\n"),
        new Shape("WEBVTT\n", "\n00:#.000 --> 00:99.000\n\n", ""),
        new Shape(CUE, "a ", ""),
        new Shape("1\n00:00:01,000 --> 00:00:02,000\n", "<i>", ""),
        new Shape("f 1 ", "1", "x 1 word\n"),
        new Shape("f 1 1.", "1", " 1 word\n"),
        new Shape("f 1 0.5 0.25 hello\nf 1", " ", "\n"),
        new Shape("f 1 0.5 0.25 ", "hello ", "\n"),
        new Shape("", "f 1 0.5 0.25 hello\n", ""),
        new Shape("", "[", ""),
        new Shape("", "{\"a\":", ""),
        new Shape("[", "[],", "[]]"),
        new Shape("{", "\"a#\":{},", "\"b\":1}"),
        new Shape("{\"words\":[{\"start\":", "1", "}]}"),
        new Shape("{\"words\":[", "{\"word\":\"a\",\"start\":2,\"end\":1},", "{}]}"),
        new Shape("{\"segments\":[{\"start\":0,\"end\":9,\"text\":\"", "a ", "\"}]}"),
        new Shape("<tt>", "<div>", ""),
        new Shape("<tt", " a#='1'", "/>"),
        new Shape("<tt><body><p begin='1s' end='2s'>", "<br/>", "</p></body></tt>"),
        new Shape("<tt><body><p begin='", "1", "s' end='2s'>a</p></body></tt>"),
        new Shape("<tt><body>", "<p begin='1s' end='2s'>a</p>", "</body></tt>"),
        new Shape("<tt>", "&lt;", "</tt>"),
        new Shape("<!--", "-", "--><tt/>"));
  }

  static Stream<Shape> texts() {
    return Stream.of(
        new Shape("", "a ", ""),
        new Shape("", "\u0301", ""),
        new Shape("", "\n", "a"),
        new Shape("<p>", "<div>", ""),
        new Shape("<p>", "<div>a", ""),
        new Shape("<p>", "<b>a", ""),
        new Shape("<p>", "<b id=#><p>", "x"),
        new Shape("<p>", "<a href=#>", "x"),
        new Shape("<p>", "<table><td>", "x"),
        new Shape("<p>", "<pre>a", ""),
        new Shape("<p>", "<", ""),
        new Shape("<p>", "&a", ""),
        new Shape("<p", " a#", ">x"),
        new Shape("<!--", "-", ""),
        new Shape("<p>", "<script>", "x"),
        new Shape("<ul>", "<li>", "x"),
        new Shape("<p>", "<select><option>", "x"),
        new Shape("<", " ", "p>x"));
  }

  static Stream<Shape> documents() {
    return Stream.of(
        new Shape(DOCUMENT, "<w:r><w:t>a</w:t></w:r>", "</w:p></w:body></w:document>"),
        new Shape(DOCUMENT, "<w:p>", ""),
        new Shape(DOCUMENT, "<w:del>", ""),
        new Shape(DOCUMENT, "<w:br/>", "</w:p></w:body></w:document>"),
        new Shape("<w:document", " xmlns:a#='a'", "/>"),
        new Shape("<w:document xmlns:w='w'><w:t>", "&#38;", "</w:t></w:document>"));
  }

  @ParameterizedTest
  @MethodSource
  void words(Shape shape) {
    isReadModestly(HostileFile::words, shape.ofBytes(BYTES));
  }

  @ParameterizedTest
  @MethodSource
  void texts(Shape shape) {
    isReadModestly(HostileFile::text, shape.ofBytes(BYTES));
  }

  @ParameterizedTest
  @MethodSource
  void documents(Shape shape) {
    isReadModestly(HostileFile::document, shape.ofBytes(BYTES));
  }
}
