package clipdesk.clips;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.wire.WireCoverage;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check("clipdesk.clips");
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check("clipdesk.clips");
  }
}
