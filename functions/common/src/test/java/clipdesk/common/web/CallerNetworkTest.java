package clipdesk.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom it believes is seen through the functions that ask it: {@code EdgeFunctionTest}. */
final class CallerNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2::9, 20010db800010002/64"
  })
  void householdIsCountedAsOne(String address, String network) {
    assertThat(CallerNetwork.network(address)).contains(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "", "192.0.2.7:443", "2001:db8::/32", "a b", "%zz"})
  void whatIsNoAddressIsNoNetwork(String address) {
    assertThat(CallerNetwork.network(address)).isEmpty();
  }
}
