package clipdesk.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Nothing but calls of SES, one after another, with a mail as it goes to somebody. */
final class BareLoop {
  private static final int CALLS = 300;

  private final Stack stack;
  private final String form;

  /**
   * @param mail as the mailbox has it
   */
  BareLoop(Stack stack, String mail) {
    this.stack = stack;
    var data = Base64.getEncoder().encodeToString(mail.getBytes(StandardCharsets.UTF_8));
    this.form =
        Map.of(
                "Action", "SendRawEmail",
                "Version", "2010-12-01",
                "Source", "news@clipdesk.example",
                "Destinations.member.1", "bare-loop@outlet.example",
                "ConfigurationSetName",
                    LiveFunction.variable(stack, "newsletters-sender", "SES_CONFIGURATION_SET"),
                "RawMessage.Data", data)
            .entrySet()
            .stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  double mailsPerSecond() {
    var ses =
        Api.of(stack)
            .with(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20000101/us-east-1/ses/aws4_request,"
                    + " SignedHeaders=host, Signature=0");
    long begun = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      ses.send(
              "POST",
              stack.endpoint().orElseThrow() + "/",
              "application/x-www-form-urlencoded",
              form)
          .expect(200);
    }
    return CALLS * 1e9 / (System.nanoTime() - begun);
  }
}
