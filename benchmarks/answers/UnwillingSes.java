package clipdesk.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Stands between senders and the SES of the stack, which takes everything: it throttles by a
 * sliding second, takes so many mails a day, and loses answers before and after SES has the mail.
 */
final class UnwillingSes implements AutoCloseable {
  /** What became of a request. */
  enum Answer {
    TAKEN,
    THROTTLED,
    OVER_THE_DAY,
    CLOSED_BEFORE_IT_IS_TAKEN,
    CLOSED_AFTER_IT_IS_TAKEN,
    ERROR_BEFORE_IT_IS_TAKEN,
    ERROR_AFTER_IT_IS_TAKEN,
    TOO_LATE;

    boolean isLost() {
      return ordinal() >= CLOSED_BEFORE_IT_IS_TAKEN.ordinal();
    }
  }

  private static final int ONE_IN = 20;

  /** Longer than a sender waits. */
  private static final Duration LATE = Duration.ofSeconds(22);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int ERROR = 500;
  private static final Pattern RECIPIENT = Pattern.compile("Destinations\\.member\\.1=([^&]+)");

  private final URI stack;
  private final int perSecond;
  private final int losing;
  private final Random random;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ArrayDeque<Instant> lastSecond = new ArrayDeque<>();
  private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
  private final Map<String, Integer> taken = new TreeMap<>();
  private int willing;
  private int mostInASecond;
  private int ofToday;
  private int perDay = Integer.MAX_VALUE;

  /**
   * @param losing of how many requests it loses the answer of one in {@link #ONE_IN}; of those that
   *     follow it loses none
   */
  UnwillingSes(URI stack, int perSecond, int losing, Random random) throws IOException {
    this.stack = stack;
    this.perSecond = perSecond;
    this.losing = losing;
    this.random = random;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What senders are told instead of the stack's address. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Takes so many mails from now on, and no more. */
  synchronized void takesToday(int mails) {
    ofToday = 0;
    perDay = mails;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var recipient = RECIPIENT.matcher(new String(body, StandardCharsets.ISO_8859_1));
      if (!recipient.find()) {
        pass(exchange, asked(exchange, body));
        return;
      }
      var to = URLDecoder.decode(recipient.group(1), StandardCharsets.UTF_8);
      var mood = mood(to);
      switch (mood) {
        case THROTTLED -> refuse(exchange, "Maximum sending rate exceeded.");
        case OVER_THE_DAY -> refuse(exchange, "Daily message quota exceeded.");
        case CLOSED_BEFORE_IT_IS_TAKEN -> {
          // Closed below.
        }
        case ERROR_BEFORE_IT_IS_TAKEN -> say(exchange, ERROR, "InternalFailure", "");
        case TAKEN -> pass(exchange, asked(exchange, body));
        case CLOSED_AFTER_IT_IS_TAKEN -> asked(exchange, body);
        case ERROR_AFTER_IT_IS_TAKEN -> {
          asked(exchange, body);
          say(exchange, ERROR, "InternalFailure", "");
        }
        case TOO_LATE -> {
          var answer = asked(exchange, body);
          LockSupport.parkNanos(LATE.toNanos());
          pass(exchange, answer);
        }
      }
    } catch (InterruptedException | RuntimeException e) {
      throw new IOException(e);
    }
  }

  private synchronized Answer mood(String to) {
    var answer = next();
    answers.merge(answer, 1, Integer::sum);
    boolean takes =
        switch (answer) {
          case TAKEN, CLOSED_AFTER_IT_IS_TAKEN, ERROR_AFTER_IT_IS_TAKEN, TOO_LATE -> true;
          default -> false;
        };
    if (takes) {
      taken.merge(to, 1, Integer::sum);
      ofToday++;
      lastSecond.add(Instant.now());
      mostInASecond = Math.max(mostInASecond, lastSecond.size());
    }
    return answer;
  }

  private Answer next() {
    var secondAgo = Instant.now().minus(SECOND);
    while (!lastSecond.isEmpty() && !lastSecond.peek().isAfter(secondAgo)) {
      lastSecond.poll();
    }
    if (ofToday >= perDay) {
      return Answer.OVER_THE_DAY;
    }
    if (lastSecond.size() >= perSecond) {
      return Answer.THROTTLED;
    }
    if (++willing > losing || random.nextInt(ONE_IN) > 0) {
      return Answer.TAKEN;
    }
    var lost = Answer.values();
    int first = Answer.CLOSED_BEFORE_IT_IS_TAKEN.ordinal();
    return lost[first + random.nextInt(lost.length - first)];
  }

  private HttpResponse<byte[]> asked(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(stack.resolve(exchange.getRequestURI()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (var name : new String[] {"Authorization", "Content-Type", "X-Amz-Date"}) {
      var value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    give(exchange, answer.statusCode(), answer.body());
  }

  private static void refuse(HttpExchange exchange, String words) throws IOException {
    say(exchange, 400, "Throttling", words);
  }

  private static void say(HttpExchange exchange, int status, String code, String words)
      throws IOException {
    var text =
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
            .formatted(code, words);
    give(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void give(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  synchronized Map<Answer, Integer> answers() {
    return new EnumMap<>(answers);
  }

  /** Requests of which whoever asked cannot know what became of them. */
  synchronized int lost() {
    return answers.entrySet().stream()
        .filter(it -> it.getKey().isLost())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many mails SES has, by address. */
  synchronized Map<String, Integer> taken() {
    return new TreeMap<>(taken);
  }

  synchronized int mostInASecond() {
    return mostInASecond;
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
