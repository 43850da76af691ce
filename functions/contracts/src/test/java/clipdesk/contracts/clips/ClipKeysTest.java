package clipdesk.contracts.clips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipKeysTest {
  private static final String ID = "98c892abcb41da900c394d1b7060b6de1958c9f2";

  /** The names that events, rights and lifecycles of template.yaml are about. */
  @Test
  void objectsOfAClipLieWhereTheTemplateSays() {
    assertThat(ClipKeys.request(ID)).isEqualTo("clip-requests/" + ID + ".json");
    assertThat(ClipKeys.status(ID)).isEqualTo("clips/" + ID + "/status.json");
    assertThat(ClipKeys.report(ID)).isEqualTo("clips/" + ID + "/report.json");
    assertThat(ClipKeys.clip(ID)).isEqualTo("clips/" + ID + "/clip.mp4");
  }

  @Test
  void keyOfARequestLeadsToItsClip() {
    assertThat(ClipKeys.clipOfRequest(ClipKeys.request(ID))).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clip-requests/.json",
        "clip-requests/98C892abcb41da900c394d1b7060b6de1958c9f2.json",
        "clip-requests/../98c892abcb41da900c394d1b7060b6de1958c9f2.json",
        "clip-requests/98c892abcb41da900c394d1b7060b6de1958c9f2.json/",
        "clips/98c892abcb41da900c394d1b7060b6de1958c9f2/status.json"
      })
  void keyOfAnotherKindLeadsToNone(String key) {
    assertThat(ClipKeys.clipOfRequest(key)).isEmpty();
  }
}
