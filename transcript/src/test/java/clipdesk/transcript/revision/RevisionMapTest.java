package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.script.WordRange;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RevisionMapTest {
  @Test
  void wordsBeforeAndAfterAChangeAreMapped() {
    var map = WordRuns.between(words("a b c d e f"), words("a b x y d e f"));

    assertThat(map.runs())
        .containsExactly(new RevisionMap.Run(0, 0, 2), new RevisionMap.Run(3, 4, 3));
    assertThat(map.of(new WordRange(3, 6))).contains(new WordRange(4, 7));
    assertThat(map.of(new WordRange(1, 4))).isEmpty();
    assertThat(map.of(new WordRange(2, 3))).isEmpty();
  }

  @Test
  void whatStandsTwiceIsNotMistaken() {
    var map = WordRuns.between(words("x a b y a b z"), words("x a b q a b z"));

    assertThat(map.of(new WordRange(4, 7))).contains(new WordRange(4, 7));
    assertThat(map.of(new WordRange(0, 3))).contains(new WordRange(0, 3));
  }

  @Test
  void nothingInCommonIsNoRun() {
    assertThat(WordRuns.between(words("a b"), words("c d")).runs()).isEmpty();
    assertThat(WordRuns.between(List.of(), words("c d")).runs()).isEmpty();
  }

  @Test
  void runsAreTheSameWordsInOrderOnBothSides() {
    var random = new Random(5);
    for (var round = 0; round < 300; round++) {
      var before = random.ints(random.nextInt(40), 0, 12).mapToObj(Integer::toString).toList();
      var now = random.ints(random.nextInt(40), 0, 12).mapToObj(Integer::toString).toList();
      var beforeEnd = 0;
      var nowEnd = 0;
      for (var run : WordRuns.between(before, now).runs()) {
        assertThat(run.words()).isPositive();
        assertThat(run.before()).isGreaterThanOrEqualTo(beforeEnd);
        assertThat(run.now()).isGreaterThanOrEqualTo(nowEnd);
        beforeEnd = run.before() + run.words();
        nowEnd = run.now() + run.words();
        assertThat(before.subList(run.before(), beforeEnd))
            .isEqualTo(now.subList(run.now(), nowEnd));
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }
}
