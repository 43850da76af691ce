package clipdesk.accounts;

import clipdesk.common.WrongMethods;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every path, asked with the methods that it does not have. */
final class WrongMethodFunctionTest extends AccountsFunctionCalls {
  @TestFactory
  Stream<DynamicTest> wrongMethodIsToldTheOnesOfItsPath() {
    return WrongMethods.of(
        context,
        function,
        """
        /v1/accounts                POST
        /v1/verifications/x/resend  POST
        /v1/verifications/x/check   POST
        /v1/password-resets         POST
        /v1/password-resets/x       PUT
        /v1/sessions                DELETE, POST
        /v1/sessions/refresh        POST
        /v1/sessions/current        DELETE
        /v1/me                      DELETE, GET, PATCH
        /v1/me/password             PUT
        /v1/me/email                PUT
        /v1/me/exports              POST
        /v1/me/sessions             GET
        /v1/me/sessions/x           DELETE
        /v1/terms                   GET, HEAD
        """);
  }
}
