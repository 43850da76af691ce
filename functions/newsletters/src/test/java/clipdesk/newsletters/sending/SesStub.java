package clipdesk.newsletters.sending;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server down to its socket: it reads a request to the end, counts it, and does as it was told.
 */
final class SesStub implements AutoCloseable {
  /** What is done when a request has been read. */
  interface Answer {
    /** Whether the connection stays open for another. */
    boolean give(Socket connection) throws IOException, InterruptedException;
  }

  /** The mail may have been taken, and nobody is told. */
  static final Answer CLOSES = _ -> false;

  static final Answer TAKES =
      says(
          200,
          "text/xml",
          "<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId>"
              + "</SendRawEmailResult></SendRawEmailResponse>");

  private final ServerSocket server;
  private final Queue<Answer> answers;
  private final AtomicInteger requests = new AtomicInteger();

  private SesStub(ServerSocket server, List<Answer> answers) {
    this.server = server;
    this.answers = new ArrayDeque<>(answers);
  }

  /**
   * @param answers to the requests, one after another; the last to all that follow
   */
  static SesStub that(Answer... answers) throws IOException {
    var stub = new SesStub(new ServerSocket(0, 50, loopback()), List.of(answers));
    Thread.ofVirtual().start(stub::serve);
    return stub;
  }

  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  static Answer says(int status, String type, String body) {
    return connection -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      var head =
          "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(status, type, bytes.length);
      connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().write(bytes);
      connection.getOutputStream().flush();
      return true;
    };
  }

  /** As SES says no. */
  static Answer refuses(int status, String code, String words) {
    return says(
        status,
        "text/xml",
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, words)
            + "<RequestId>r-1</RequestId></ErrorResponse>");
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many were read to their end. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    try {
      while (true) {
        var connection = server.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = new BufferedInputStream(connection.getInputStream());
      boolean goesOn = true;
      while (goesOn && isRead(in)) {
        requests.incrementAndGet();
        goesOn = next().give(connection);
      }
    } catch (IOException clientHasLeft) {
      // As it may.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  private static boolean isRead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        return false;
      }
      head.append((char) read);
    }
    int length =
        head.toString()
            .lines()
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(it -> Integer.parseInt(it.substring(it.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    return in.readNBytes(length).length == length;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
