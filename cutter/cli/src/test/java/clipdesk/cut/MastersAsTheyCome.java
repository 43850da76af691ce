package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.testmedia.FfmpegProgram;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Kinds of masters that people really have, from the command line to the clip and its report. */
abstract class MastersAsTheyCome {
  static final String X264 = "-c:v libx264 -preset veryfast -g 25 -bf 2 -threads 1";

  @TempDir Path folder;
  String said = "";
  Map<String, Object> report = Map.of();

  final Path make(String name, String rate, String arguments) throws IOException {
    return make(name, rate, "", arguments);
  }

  /** With its sound in a codec of its own. */
  final Path sounding(String name, String arguments, String soundCodec) throws IOException {
    return make(name, "25", "", arguments + " -strict -2", soundCodec);
  }

  final Path make(String name, String rate, String before, String arguments) throws IOException {
    return make(name, rate, before, arguments, "aac");
  }

  private Path make(String name, String rate, String before, String arguments, String soundCodec)
      throws IOException {
    var file = folder.resolve(name);
    List<String> command = new ArrayList<>();
    if (!before.isEmpty()) {
      command.addAll(List.of(before.split(" ")));
    }
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=192x108:r=%s:d=2".formatted(rate)));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=d=2:r=48000"));
    command.addAll(List.of((arguments + " -c:a " + soundCodec).split(" ")));
    if (!arguments.contains("-pix_fmt") && !arguments.contains("rgb")) {
      command.addAll(List.of("-pix_fmt", "yuv420p"));
    }
    command.add(file.toString());
    FfmpegProgram.run(command);
    return file;
  }

  final Path joined(String name, Path one, Path other) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(Files.readAllBytes(one));
    bytes.write(Files.readAllBytes(other));
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  interface Patch {
    void apply(ByteBuffer box);
  }

  /** Changes boxes of a type, wherever its four letters stand. */
  static void patch(Path file, String type, Patch patch) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 4)) {
      if (at >= 4 && bytes.length - at > 40) {
        patch.apply(ByteBuffer.wrap(bytes, at - 4, bytes.length - at + 4).slice());
      }
    }
    Files.write(file, bytes);
  }

  /** A refusal must be a sentence for a person, whatever it was that a test provoked. */
  final int cut(Path master, String from, String to, String... more) throws IOException {
    var written = folder.resolve("report.json");
    List<Object> all = new ArrayList<>(List.of(master, folder.resolve("clip.mp4"), "--overwrite"));
    all.addAll(List.of("--from", from, "--to", to, "--report", written));
    all.addAll(List.of(more));
    int code = run(all);
    report = code == 0 ? JSON.std.mapFrom(Files.readString(written)) : Map.of();
    if (code == 1) {
      assertSentence(master);
    }
    return code;
  }

  private void assertSentence(Path file) {
    assertThat(said)
        .endsWith(".\n")
        .contains(file.toString())
        .doesNotContain("@", "Exception", "Callback", "null", "moov", "clipdesk.");
  }

  final int run(List<?> arguments) {
    var err = System.err;
    var out = new ByteArrayOutputStream();
    try (var caught = new PrintStream(out, /* autoFlush= */ true, StandardCharsets.UTF_8)) {
      System.setErr(caught);
      return new CommandLine(new Cut())
          .execute(arguments.stream().map(Object::toString).toArray(String[]::new));
    } finally {
      System.setErr(err);
      said = out.toString(StandardCharsets.UTF_8);
    }
  }

  final Object asked() {
    return report.get("asked");
  }

  final List<String> dropped() {
    return ((List<?>) report.getOrDefault("droppedTracks", List.of()))
        .stream().map(Object::toString).toList();
  }

  final String clipText() throws IOException {
    return new String(Files.readAllBytes(folder.resolve("clip.mp4")), StandardCharsets.ISO_8859_1);
  }
}
