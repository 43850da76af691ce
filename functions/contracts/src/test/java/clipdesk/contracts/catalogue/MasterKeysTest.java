package clipdesk.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MasterKeysTest {
  /** The names that events and rights of template.yaml are about. */
  @Test
  void objectsOfAVideoLieWhereTheTemplateSays() {
    assertThat(MasterKeys.file("presser", "subtitles/fr.vtt"))
        .isEqualTo("masters/presser/subtitles/fr.vtt");
    assertThat(MasterKeys.description("presser")).isEqualTo("masters/presser/video.json");
    assertThat(MasterKeys.ingestReport("presser")).isEqualTo("ingest-reports/presser.json");
    assertThat(MasterKeys.index("presser", "9f2c")).isEqualTo("indexes/presser/9f2c.idx");
    assertThat(MasterKeys.texts("presser", "9f2c", "uk")).isEqualTo("texts/presser/9f2c/uk.vtt");
    assertThat(MasterKeys.texts("presser", "9f2c")).isEqualTo("texts/presser/9f2c/");
  }

  @Test
  void keyOfADescriptionLeadsToItsFolder() {
    assertThat(MasterKeys.folderOfDescription(MasterKeys.description("presser")))
        .contains("presser");
    assertThat(MasterKeys.folderOfDescription("masters/a/b/video.json")).contains("a/b");
    assertThat(MasterKeys.folderOfDescription("masters/video.json")).isEmpty();
    assertThat(MasterKeys.folderOfDescription("masters//video.json")).isEmpty();
  }
}
