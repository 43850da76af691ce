package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture of three columns and two rows: 1 2 3 over 4 5 6. */
final class OrientationTest {
  private static final int[] PICTURE = {1, 2, 3, 4, 5, 6};
  private static final int ONE = 0x10000;

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "1, 0, 0, 1, 3, 1 2 3 4 5 6, 0, 0",
    "0, 1, -1, 0, 2, 4 1 5 2 6 3, 2, 0",
    "-1, 0, 0, -1, 3, 6 5 4 3 2 1, 3, 2",
    "0, -1, 1, 0, 2, 3 6 2 5 1 4, 0, 3",
    "-1, 0, 0, 1, 3, 3 2 1 6 5 4, 3, 0",
    "1, 0, 0, -1, 3, 4 5 6 1 2 3, 0, 2",
    "0, 1, 1, 0, 2, 1 4 2 5 3 6, 0, 0",
    "0, -1, -1, 0, 2, 6 3 5 2 4 1, 2, 3",
  })
  void pictureIsTurnedAsItIsShown(
      int a, int b, int c, int d, int width, String shown, int left, int top) {
    var orientation = Orientation.of(matrix(a, b, c, d));

    assertThat(orientation.turn(PICTURE, 3, 2)).containsExactly(numbers(shown));
    assertThat(orientation.width(3, 2)).isEqualTo(width);
    assertThat(orientation.height(3, 2)).isEqualTo(6 / width);
    assertThat(orientation.matrix(3, 2))
        .containsExactly(
            a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, left * ONE, top * ONE, 0x40000000);
  }

  @Test
  void whatTurnsByAnOddAngleOrNotAtAllIsUpright() {
    assertThat(Orientation.of(new int[0])).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(matrix(1, 1, -1, 1))).isEqualTo(Orientation.UPRIGHT);
    assertThat(Orientation.of(matrix(0, 0, 0, 0))).isEqualTo(Orientation.UPRIGHT);
  }

  private static int[] matrix(int a, int b, int c, int d) {
    return new int[] {a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 0x40000000};
  }

  private static int[] numbers(String text) {
    return java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }
}
