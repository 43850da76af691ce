package clipdesk.newsletters;

import clipdesk.common.WrongMethods;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every path, asked with the methods that it does not have. */
final class WrongMethodFunctionTest {
  private final ApplicationContext context =
      ApplicationContext.builder().deduceEnvironment(false).build().start();
  private final ApiGatewayProxyRequestEventFunction function =
      new ApiGatewayProxyRequestEventFunction(context);

  @AfterEach
  void stop() throws IOException {
    function.close();
  }

  @TestFactory
  Stream<DynamicTest> wrongMethodIsToldTheOnesOfItsPath() {
    return WrongMethods.of(
        context,
        function,
        """
        /v1/topics                         GET, HEAD
        /v1/newsletters                    GET, HEAD
        /v1/newsletters/x                  GET, HEAD
        /v1/newsletters/feed.atom          GET, HEAD
        /v1/newsletter-offers/x            PUT
        /v1/me/subscriptions               GET
        /v1/me/subscriptions/x             DELETE, PUT
        /v1/me/consents                    GET
        /v1/me/deliveries                  GET
        /v1/subscriptions                  POST
        /v1/subscriptions/confirmations/x  GET, HEAD, POST
        /v1/u/x                            GET, HEAD, POST
        /v1/p/x                            GET, HEAD, POST
        /v1/editor/subscriber-imports      POST
        /v1/editor/subscriber-imports/x    GET
        /v1/editor/subscriber-imports/x/state  PUT
        /v1/editor/subscriber-exports      POST
        /v1/editor/subscriber-exports/x    GET
        /v1/editor/subscriber-lookups      POST
        /v1/editor/subscribers/x/suppression  PUT
        /v1/editor/topics                  GET
        /v1/editor/topics/x                PUT
        /v1/editor/campaigns               GET, POST
        /v1/editor/campaigns/x             DELETE, GET, PATCH
        /v1/editor/campaigns/x/preview     GET
        /v1/editor/campaigns/x/duplicate   POST
        /v1/editor/campaigns/x/audience    GET
        /v1/editor/campaigns/x/preview-links  POST
        /v1/previews/x                     GET, HEAD
        /v1/editor/campaigns/x/test-sends  POST
        /v1/editor/campaigns/x/state       PUT
        /v1/editor/campaigns/x/archive     PUT
        /v1/editor/campaigns/x/report      GET
        /v1/editor/campaigns/x/recipients  GET
        /v1/editor/campaigns/x/recipients.csv  GET
        /v1/editor/campaigns/x/recipients/s1/decision  PUT
        /v1/editor/campaigns/x/decision    PUT
        """);
  }
}
