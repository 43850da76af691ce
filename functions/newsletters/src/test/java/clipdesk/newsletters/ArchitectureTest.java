package clipdesk.newsletters;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.wire.WireCoverage;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check("clipdesk.newsletters");
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check("clipdesk.newsletters");
  }
}
