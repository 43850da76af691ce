package clipdesk.common.logging;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Hands formatted lines to the Lambda runtime, which adds time, level and request id. */
final class RuntimeLogger extends LegacyAbstractLogger {
  private final transient Level threshold;

  RuntimeLogger(String name, Level threshold) {
    this.name = name;
    this.threshold = threshold;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
    var text =
        new StringBuilder(name)
            .append(": ")
            .append(MessageFormatter.basicArrayFormat(pattern, arguments));
    if (thrown != null) {
      var trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      text.append('\n').append(trace);
    }
    LambdaRuntime.getLogger().log(text.toString(), LogLevel.valueOf(level.name()));
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return RuntimeLogger.class.getName();
  }

  private boolean enabled(Level level) {
    return level.toInt() >= threshold.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return enabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return enabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return enabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return enabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return enabled(Level.ERROR);
  }
}
