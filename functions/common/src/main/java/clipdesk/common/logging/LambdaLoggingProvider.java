package clipdesk.common.logging;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Found by SLF4J through its service file; gives out {@link RuntimeLogger}s. */
public final class LambdaLoggingProvider implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter mdc = new NOPMDCAdapter();
  private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private final Level threshold = threshold(System.getenv("AWS_LAMBDA_LOG_LEVEL"));

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name ->
        loggers.computeIfAbsent(name, key -> new RuntimeLogger(key, threshold(key, threshold)));
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {
    // Everything is made in the constructor: SLF4J calls this once, right after it.
  }

  /**
   * Libraries say nothing below INFO, whatever is asked for: there they write whole requests down,
   * and passwords, codes and tokens with them.
   */
  static Level threshold(String logger, Level configured) {
    boolean ours = logger.startsWith("clipdesk.");
    return ours || configured.toInt() > Level.INFO.toInt() ? configured : Level.INFO;
  }

  /** A level that nobody knows must not cost the log: such a one counts as INFO. */
  static Level threshold(String configured) {
    return switch (configured == null ? "" : configured.toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Level.TRACE;
      case "DEBUG" -> Level.DEBUG;
      case "WARN" -> Level.WARN;
      // FATAL is a level of Lambda's that SLF4J does not have.
      case "ERROR", "FATAL" -> Level.ERROR;
      default -> Level.INFO;
    };
  }
}
