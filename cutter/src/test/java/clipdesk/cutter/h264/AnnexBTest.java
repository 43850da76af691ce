package clipdesk.cutter.h264;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnnexBTest {
  private record Stretch(int from, int to) {}

  /** Bytes of a few values, so that start codes come at every distance from each other. */
  @Test
  void unitsLieWhereTheDefinitionSays() {
    var random = new Random(1);
    for (int round = 0; round < 3000; round++) {
      var stream = new byte[random.nextInt(80)];
      int kinds = 2 + random.nextInt(30);
      for (int i = 0; i < stream.length; i++) {
        stream[i] = (byte) random.nextInt(kinds);
      }
      int from = random.nextInt(stream.length + 1);
      List<Stretch> found = new ArrayList<>();

      int first =
          AnnexB.each(stream, from, stream.length, (at, to) -> found.add(new Stretch(at, to)));

      var codes = startCodes(stream, from);
      assertThat(first).isEqualTo(codes.isEmpty() ? stream.length : codes.getFirst());
      assertThat(found).isEqualTo(units(stream, codes));
    }
  }

  private static List<Integer> startCodes(byte[] stream, int from) {
    List<Integer> codes = new ArrayList<>();
    for (int at = from; at + 3 <= stream.length; at++) {
      if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
        codes.add(at);
      }
    }
    return codes;
  }

  private static List<Stretch> units(byte[] stream, List<Integer> codes) {
    List<Stretch> units = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      int from = codes.get(i) + 3;
      int to = i + 1 < codes.size() ? codes.get(i + 1) : stream.length;
      while (to > from && stream[to - 1] == 0) {
        to--;
      }
      if (to > from) {
        units.add(new Stretch(from, to));
      }
    }
    return units;
  }
}
