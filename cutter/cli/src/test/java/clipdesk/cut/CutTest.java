package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.testmedia.MasterType;
import clipdesk.cutter.testmedia.Masters;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line from its arguments to its files, on a disk and over a web server. */
final class CutTest {
  private static final int SECONDS = 4;

  /** What is read of a file to see what it is. */
  private static final int LOOK_BYTES = 64 << 10;

  @TempDir private Path folder;
  private HttpServer server;
  private byte[] served;
  private String tag = "\"one\"";
  private boolean honoursRange = true;
  private final List<Bytes> read = new CopyOnWriteArrayList<>();

  /** A range that was asked for, the last byte included. */
  private record Bytes(int first, int last) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/master.mp4", this::answer);
    server.start();
    served = Files.readAllBytes(master());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void rangeIsCutAndReported() throws IOException {
    var report = folder.resolve("report.json");

    int code = run(master(), clip(), "--from", "1.2", "--to", "f70", "--report", report);

    assertThat(code).isZero();
    assertThat(clip()).isNotEmptyFile();
    var members = JSON.std.mapFrom(Files.readString(report));
    // Only a store has a tag for what it keeps.
    assertThat(members.get("output"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("kind", "bytes", "parts");
    assertThat(members.get("asked")).isEqualTo(Map.of("inFrame", 30, "outFrame", 70));
    assertThat(members).containsKeys("method", "frames", "actual", "io", "timingMs");
  }

  @Test
  void severalRangesGiveOneFileEach() {
    int code = run(master(), clip(), "--range", "f1,f20", "--range", "0.4,1.6");

    assertThat(code).isZero();
    assertThat(folder.resolve("clip-1.mp4")).isNotEmptyFile();
    assertThat(folder.resolve("clip-2.mp4")).isNotEmptyFile();
  }

  @Test
  void indexIsReadOnceForAllRanges() {
    run(address(), clip(), "--range", "f10,f20");
    long once = readsOfTheIndex();
    read.clear();

    assertThat(run(address(), clip(), "--range", "f10,f20", "--range", "f40,f90")).isZero();

    assertThat(readsOfTheIndex()).isEqualTo(once);
  }

  @Test
  void masterWithoutAnIndexIsLookedAtOnceForAllRanges() throws IOException {
    served = Files.readAllBytes(Masters.ofSeconds(SECONDS).get(MasterType.VP9_IN_MATROSKA));

    assertThat(run(address(), clip(), "--range", "f10,f12", "--range", "f40,f42")).isZero();

    var looks = read.stream().filter(range -> range.equals(new Bytes(0, LOOK_BYTES - 1))).toList();
    assertThat(looks).hasSize(1);
  }

  @Test
  void webMasterGivesTheSameBytes() {
    run(master(), clip(), "--from", "f30", "--to", "f70");
    var fromWeb = folder.resolve("web.mp4");

    assertThat(run(address(), fromWeb, "--from", "f30", "--to", "f70")).isZero();

    assertThat(fromWeb).hasSameBinaryContentAs(clip());
  }

  @Test
  void serverWithoutRangesIsRefused() {
    honoursRange = false;

    assertThat(run(address(), clip(), "--from", "f1", "--to", "f2")).isEqualTo(1);
    assertThat(clip()).doesNotExist();
  }

  @Test
  void masterThatChangesWhileItIsReadIsRefused() throws IOException {
    try (var source = new HttpSource(URI.create(address()))) {
      tag = "\"two\"";
      assertThatThrownBy(() -> source.read(0, ByteBuffer.allocate(8)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("changed");
    }
  }

  @Test
  void wrongUseIsToldApartFromAVideoThatCannotBeCut() {
    assertThat(run(master(), clip())).isEqualTo(2);
    assertThat(run(master(), clip(), "--from", "x", "--to", "2")).isEqualTo(2);
    assertThat(run(master(), clip(), "--from", "2", "--to", "1")).isEqualTo(2);
    assertThat(run(master(), clip(), "--from", "1", "--to", "2", "--method", "fast")).isEqualTo(2);
    assertThat(run(master(), clip(), "--from", "1", "--to", "900")).isEqualTo(1);
    assertThat(run(folder.resolve("none.mp4"), clip(), "--from", "1", "--to", "2")).isEqualTo(1);
    assertThat(clip()).doesNotExist();
  }

  @Test
  void fileThatIsThereStaysAsItWas() throws IOException {
    Files.writeString(clip(), "precious");

    assertThat(run(master(), clip(), "--from", "1", "--to", "2")).isEqualTo(1);

    assertThat(clip()).hasContent("precious");
  }

  /** The index lies behind the samples. */
  private long readsOfTheIndex() {
    var text = new String(served, StandardCharsets.ISO_8859_1);
    return read.stream().filter(range -> range.last() >= text.lastIndexOf("moov")).count();
  }

  private static int run(Object... arguments) {
    var texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    return new CommandLine(new Cut()).execute(texts);
  }

  private static Path master() {
    return Masters.ofSeconds(SECONDS).get(MasterType.CLOSED_GOP);
  }

  private Path clip() {
    return folder.resolve("clip.mp4");
  }

  private String address() {
    return "http://localhost:%d/master.mp4".formatted(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var range = exchange.getRequestHeaders().getFirst("Range").split("[=-]", -1);
      var match = exchange.getRequestHeaders().getFirst("If-Match");
      if (match != null && !match.equals(tag)) {
        exchange.sendResponseHeaders(412, -1);
        return;
      }
      if (!honoursRange) {
        exchange.sendResponseHeaders(200, served.length);
        exchange.getResponseBody().write(served);
        return;
      }
      int first = Integer.parseInt(range[1]);
      int last = Integer.parseInt(range[2]);
      read.add(new Bytes(first, last));
      exchange.getResponseHeaders().set("ETag", tag);
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(first, last, served.length));
      exchange.sendResponseHeaders(206, last - first + 1L);
      exchange.getResponseBody().write(served, first, last - first + 1);
    }
  }
}
