package clipdesk.common.web;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/**
 * Makes no beans of an invocation. Micronaut's own makes up to four of each one and keeps them as
 * long as the instance lives: memory grows with every request, and so does the time of the next.
 * Nobody here asks for them.
 */
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
final class ForgottenInvocations implements LambdaContextFactory {
  @Override
  public void registerSingletons(Context context) {}
}
