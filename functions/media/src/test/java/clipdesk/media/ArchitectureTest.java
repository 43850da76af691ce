package clipdesk.media;

import clipdesk.common.ArchitectureRules;
import clipdesk.common.wire.WireCoverage;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void dependenciesPointTheRightWay() {
    ArchitectureRules.check("clipdesk.media");
  }

  @Test
  void everyCallOfAwsIsCommitted() {
    WireCoverage.check("clipdesk.media");
  }
}
