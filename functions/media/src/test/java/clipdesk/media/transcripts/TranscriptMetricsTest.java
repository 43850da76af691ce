package clipdesk.media.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.logging.StandardOutput;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names that the runbook looks at: CloudWatch shows nothing for any other. */
final class TranscriptMetricsTest extends BroughtWorld {
  private static final Pattern METRIC =
      Pattern.compile("\"Metrics\":\\[\\{[^]]*\"Name\":\"(\\w+)\"");
  private static final String CUE = "WEBVTT\n\n00:01.000 --> 00:04.000\n%s\n";

  @Test
  void whatBecomesOfATranscriptIsCounted() throws IOException {
    videos.put(VIDEO);

    assertThat(counted(TEXT, "Good morning. The council did not sign."))
        .containsExactly("RevisionsMade");
    assertThat(counted(WORDS, CUE.formatted("Good morning. The council did not sign.")))
        .containsExactly("RevisionsMade", "ShareHeard");
    assertThat(counted(WORDS, CUE.formatted("Entirely different sounds were made by others.")))
        .containsExactly("TranscriptMismatches");
    assertThat(counted(TEXT, "\0")).containsExactly("TranscriptFilesRefused");
    assertThat(counted(TEXT, "\0")).containsExactly("TranscriptFilesRefused");
  }

  private List<String> counted(String key, String content) throws IOException {
    aSecondLater();
    put(key, content);
    return METRIC
        .matcher(StandardOutput.of(() -> assertThat(told(key)).isEmpty()))
        .results()
        .map(it -> it.group(1))
        .toList();
  }
}
