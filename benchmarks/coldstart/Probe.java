import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls one handler as the runtime would: once cold, then until it is warm, then to be counted. */
final class Probe {
  private static final int WARMING = 400;
  private static final int COUNTED = 400;

  private interface Call {
    String answer() throws Exception;
  }

  public static void main(String... arguments) throws Exception {
    var handler = Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    var call = call(handler, arguments[1]);
    System.out.println("\nanswered " + checked(call));
    for (int i = 0; i < WARMING; i++) {
      checked(call);
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    for (int i = 0; i < COUNTED; i++) {
      checked(call);
    }
    System.out.println("\nwarm " + (system.getProcessCpuTime() - before) / 1e6 / COUNTED);
    System.exit(0);
  }

  private static String checked(Call call) throws Exception {
    var answer = call.answer();
    if (!answer.isEmpty() && !answer.equals("200")) {
      throw new IllegalStateException("The function answers " + answer);
    }
    return answer;
  }

  @SuppressWarnings("unchecked") // a handler of gateway events
  private static Call call(Object handler, String event) throws Exception {
    boolean stored = event.endsWith(".json");
    if (handler instanceof RequestStreamHandler stream) {
      byte[] input =
          stored
              ? Files.readAllBytes(Path.of(event))
              : json(event).getBytes(StandardCharsets.UTF_8);
      return () -> {
        var out = new ByteArrayOutputStream();
        stream.handleRequest(new ByteArrayInputStream(input), out, new Invocation());
        var text = out.toString(StandardCharsets.UTF_8);
        return text.contains("\"statusCode\":200") ? "200" : text;
      };
    }
    var typed = (RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>) handler;
    return () -> {
      var answer = typed.handleRequest(gatewayEvent(event), new Invocation());
      return answer.getStatusCode() == 200 ? "200" : answer.getStatusCode() + answer.getBody();
    };
  }

  private static final Map<String, Object> CLAIMS =
      Map.of(
          "sub", "u",
          "token_use", "access",
          "scope", "any",
          "client_id", "any",
          "auth_time", "1767225600");

  private static APIGatewayProxyRequestEvent gatewayEvent(String call) {
    var method = call.substring(0, call.indexOf(' '));
    var path = call.substring(call.indexOf(' ') + 1);
    var identity = new RequestIdentity();
    identity.setSourceIp("192.0.2.1");
    var context = new ProxyRequestContext();
    context.setHttpMethod(method);
    context.setPath(path);
    context.setRequestId("r");
    context.setIdentity(identity);
    context.setAuthorizer(new HashMap<>(Map.of("claims", CLAIMS)));
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(method)
        .withPath(path)
        .withHeaders(Map.of("Host", "api.clipdesk.example"))
        .withMultiValueHeaders(Map.of("Host", List.of("api.clipdesk.example")))
        .withRequestContext(context)
        .withIsBase64Encoded(false);
  }

  private static String json(String call) {
    return """
    {"httpMethod":"%s","path":"%s","headers":{"Host":"api.clipdesk.example"},\
    "requestContext":{"requestId":"r","identity":{"sourceIp":"192.0.2.1"},\
    "authorizer":{"claims":{"sub":"u","token_use":"access","scope":"any","client_id":"any",\
    "auth_time":"1767225600"}}}}\
    """
        .formatted(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1));
  }

  private static final class Invocation implements Context {
    @Override
    public String getAwsRequestId() {
      return "r";
    }

    @Override
    public String getLogGroupName() {
      return "g";
    }

    @Override
    public String getLogStreamName() {
      return "s";
    }

    @Override
    public String getFunctionName() {
      return "f";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 60_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return null;
    }
  }
}
