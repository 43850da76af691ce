package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.GatewayCalls;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.junit.jupiter.api.Test;

/** An instance serves hundreds of thousands of requests, so it keeps nothing of any. */
final class ForgottenInvocationsTest extends TrialFunction {
  @Test
  void nothingOfAnInvocationIsKept() {
    call(GatewayCalls.call("GET", "/v1/trial/problem"));
    int beans = context().getActiveBeanRegistrations(Object.class).size();

    for (int request = 0; request < 20; request++) {
      call(GatewayCalls.call("GET", "/v1/trial/problem"));
    }

    assertThat(context().getActiveBeanRegistrations(Object.class)).hasSize(beans);
    assertThat(context().containsBean(Context.class)).isFalse();
    assertThat(context().containsBean(LambdaLogger.class)).isFalse();
  }
}
