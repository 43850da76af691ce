package clipdesk.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretTest {
  private record Holder(String name, Optional<Secret> password) {}

  @Test
  void nothingThatIsPrintedShowsIt() {
    var holder = new Holder("Ada", Optional.of(new Secret("Tr0ub4dor&Zebra")));

    assertThat(holder).hasToString("Holder[name=Ada, password=Optional[***]]");
  }
}
