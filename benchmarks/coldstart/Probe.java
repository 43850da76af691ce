import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls one handler as the runtime would: once cold, then until it is warm, then to be counted. */
final class Probe {
  private static final int WARMING = 400;
  private static final int COUNTED = 400;

  private interface Call {
    String answer() throws IOException;
  }

  public static void main(String... arguments) throws Exception {
    var handler =
        (RequestStreamHandler) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
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

  private static String checked(Call call) throws IOException {
    var answer = call.answer();
    if (!answer.isEmpty() && !answer.equals("200")) {
      throw new IllegalStateException("The function answers " + answer);
    }
    return answer;
  }

  private static Call call(RequestStreamHandler handler, String event) throws IOException {
    byte[] input =
        event.endsWith(".json")
            ? Files.readAllBytes(Path.of(event))
            : json(event).getBytes(StandardCharsets.UTF_8);
    return () -> {
      var out = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(input), out, new Invocation());
      var text = out.toString(StandardCharsets.UTF_8);
      return text.contains("\"statusCode\":200") ? "200" : text;
    };
  }

  private static String json(String call) {
    return """
    {"httpMethod":"%s","path":"%s","headers":{"Host":"api.clipdesk.example"},\
    "requestContext":{"requestId":"r","identity":{"sourceIp":"192.0.2.1"},\
    "authorizer":{"claims":{"sub":"u","token_use":"access","scope":"any","client_id":"any","iss":"/any",\
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
