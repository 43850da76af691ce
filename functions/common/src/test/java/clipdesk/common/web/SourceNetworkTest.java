package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2::9, 20010db800010002/64",
    "localhost, unknown",
    "'', unknown"
  })
  void householdIsCountedAsOne(String address, String network) {
    assertThat(GatewayEvents.network(address)).isEqualTo(network);
  }
}
