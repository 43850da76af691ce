import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * How long a fresh process takes to its first search, with the whole shard to be fetched, beside
 * the first answer of the catalogue's function: both from the deployed zip, from the start of the
 * JVM, against a stub of AWS on this machine. What is sought stands nowhere: no revision is read.
 */
final class FirstSearch {
  private static final String API = "clipdesk.common.web.ApiFunction";
  private static final double BAR = 1.5;

  private FirstSearch() {}

  /**
   * @param arguments talks, seed, starts
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("bench-first-search-");
    var shard = Files.createDirectories(folder.resolve("shard"));
    Search.writeShard(shard, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    var event = Files.writeString(folder.resolve("search.json"), EVENT);
    var catalogue = new Function("media", API, "query", "GET /v1/videos");
    var search = new Function("media", API, "query", event.toString());
    var classPath = catalogue.unpack(folder);
    var aws = stub(shard);
    var searches = new ArrayList<Coldstart.Cost>();
    var answers = new ArrayList<Coldstart.Cost>();
    try {
      var environment = Coldstart.environment(aws);
      var ofSearch = new TreeMap<>(environment);
      ofSearch.put("MEDIA_API", "search");
      ofSearch.put("JAVA_TOOL_OPTIONS", "--enable-native-access=ALL-UNNAMED");
      for (var start = 0; start < Integer.parseInt(arguments[2]); start++) {
        answers.add(Coldstart.run(catalogue, API, classPath, environment));
        searches.add(Coldstart.run(search, API, classPath, ofSearch));
      }
    } finally {
      aws.stop(0);
      Coldstart.delete(folder);
    }
    var first = Coldstart.median(searches).firstMillis();
    var ratio = first / Coldstart.median(answers).firstMillis();
    System.out.printf(
        Locale.ROOT,
        "%s: the first search takes %.0f ms, %.2f times the catalogue's first answer, the bar is"
            + " %.1f%n",
        ratio <= BAR ? "REACHED" : "MISSED",
        first,
        ratio,
        BAR);
    System.exit(ratio <= BAR ? 0 : 1);
  }

  private static final String EVENT =
      """
      {"httpMethod":"GET","path":"/v1/search/spoken","headers":{"Host":"api.clipdesk.example"},\
      "queryStringParameters":{"q":"zzyzx treaty"},\
      "multiValueQueryStringParameters":{"q":["zzyzx treaty"]},\
      "requestContext":{"requestId":"r","identity":{"sourceIp":"192.0.2.1"}}}\
      """;

  /** S3 with an index of one shard, and tables in which there is nothing. */
  private static HttpServer stub(Path shard) throws IOException {
    var manifest = manifest(shard);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, manifest, shard));
    server.start();
    return server;
  }

  private static String manifest(Path shard) throws IOException {
    try (var files = Files.list(shard)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> !it.equals("write.lock"))
          .map(it -> "{\"name\":\"%1$s\",\"file\":\"%1$s\"}".formatted(it))
          .collect(
              Collectors.joining(
                  ",",
                  "{\"schema\":1,\"dropped\":[],\"shards\":[{\"id\":\"one\",\"entries\":\"entries\","
                      + "\"count\":1,\"from\":\"2020-01-01\",\"to\":\"2030-01-01\",\"files\":[",
                  "]}]}"));
    }
  }

  private static void answer(HttpExchange exchange, String manifest, Path shard)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getPath();
    var name = path.substring(path.lastIndexOf('/') + 1);
    var status = 200;
    byte[] body;
    if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
      body = "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    } else if (path.endsWith("/index/manifest.json")) {
      body = manifest.getBytes(StandardCharsets.UTF_8);
    } else if (Files.isRegularFile(shard.resolve(name))) {
      body = Files.readAllBytes(shard.resolve(name));
    } else {
      status = 404;
      body = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);
    }
    exchange.getResponseHeaders().add("ETag", "\"tag\"");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
