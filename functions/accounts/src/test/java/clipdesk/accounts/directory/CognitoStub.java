package clipdesk.accounts.directory;

import clipdesk.accounts.AccountsConfigs;
import clipdesk.accounts.audit.RecordedAuditLog;
import clipdesk.common.json.Json;
import clipdesk.common.localisation.Language;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A Cognito that quotes in every refusal what it was sent, and the real adapters before it. */
public final class CognitoStub implements AutoCloseable {
  private static final String CLIENT_SECRET = "canary-of-a-client-secret";
  private static final String REFRESH_TOKEN = "canary-of-a-refresh-token";
  private static final String ACCESS_TOKEN =
      "e30."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString("{\"sub\":\"canary\"}".getBytes(StandardCharsets.UTF_8))
          + ".s";

  private final HttpServer server;
  private final CognitoClientSecret secret;
  private final CognitoDirectory directory;
  private final CognitoCodes codes;
  private boolean grants;

  public CognitoStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var config = AccountsConfigs.any();
    var client =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.EU_WEST_3)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    secret = new CognitoClientSecret(client, config);
    directory = new CognitoDirectory(client, config, secret, new RecordedAuditLog());
    codes = new CognitoCodes(client, config, secret, directory);
  }

  public void refuseEverything(String email, String password, String code) {
    codes.resend(email, Language.EN);
    codes.request(email, Language.EN);
    codes.confirm(email, code);
    codes.reset(email, code, password);
    directory.signIn(email, password);
    refresh();
    directory.revoke(REFRESH_TOKEN);
  }

  public void grantSignIn(String email, String password) {
    grants = true;
    directory.signIn(email, password);
    refresh();
  }

  private void refresh() {
    try {
      directory.refresh(REFRESH_TOKEN);
    } catch (ReusedTokenException e) {
      throw new IllegalStateException("Nothing here says so", e);
    }
  }

  public List<String> secrets() {
    return List.of(CLIENT_SECRET, REFRESH_TOKEN, ACCESS_TOKEN, secret.hash("ada@press.example"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var operation = target.substring(target.indexOf('.') + 1);
    var granted = granted(operation);
    var why = operation.equals("AdminGetUser") ? "UserNotFoundException" : "NotAuthorizedException";
    var refused = Map.of("__type", why, "message", "Value '" + sent + "' is refused");
    var bytes = Json.text(granted.isEmpty() ? refused : granted).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(granted.isEmpty() ? 400 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Map<String, Object> granted(String operation) {
    if (operation.equals("DescribeUserPoolClient")) {
      return Map.of("UserPoolClient", Map.of("ClientSecret", CLIENT_SECRET));
    }
    boolean tokens = operation.equals("AdminInitiateAuth") || operation.startsWith("GetTokens");
    return grants && tokens
        ? Map.of(
            "AuthenticationResult",
            Map.of("AccessToken", ACCESS_TOKEN, "RefreshToken", REFRESH_TOKEN, "ExpiresIn", 900))
        : Map.of();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
