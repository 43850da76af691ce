package clipdesk.common.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.ProblemTitles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  @Test
  void everyProblemTypeHasATitleAndNoTitleIsLeftOver() {
    assertThat(ProblemTitles.keys())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::code).toList());
  }
}
