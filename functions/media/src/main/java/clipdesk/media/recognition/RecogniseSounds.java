package clipdesk.media.recognition;

import clipdesk.common.logging.EmfCount;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.recognition.WordsSource.Answer;
import clipdesk.media.sound.NoSoundException;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.RecognisedWords;
import clipdesk.media.transcripts.RecognitionPolicy;
import clipdesk.media.transcripts.RecognitionRequests;
import clipdesk.media.transcripts.SpokenTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a sound whose words somebody waits for as far as it goes now: out of the master, to the
 * recogniser, from there into the transcript. Whatever event comes, twice or late, does the same
 * work; a request stays open until its words are there or will never be.
 */
final class RecogniseSounds {
  private static final Logger LOG = LoggerFactory.getLogger(RecogniseSounds.class);

  private final Videos videos;
  private final RecognitionRequests requests;
  private final Sounds sounds;
  private final WordsSource source;
  private final String sourceName;
  private final RecognisedWords words;

  /**
   * @param sourceName what readers of a transcript are told of the source
   */
  RecogniseSounds(
      Videos videos,
      RecognitionRequests requests,
      Sounds sounds,
      WordsSource source,
      String sourceName,
      RecognisedWords words) {
    this.videos = videos;
    this.requests = requests;
    this.sounds = sounds;
    this.source = source;
    this.sourceName = sourceName;
    this.words = words;
  }

  /** Finds also those whose events were lost. */
  List<RecognisedSound> open() {
    return requests.open();
  }

  /** Each of them, also if one fails. */
  void bringOn(List<RecognisedSound> all) {
    Optional<RuntimeException> failure = Optional.empty();
    for (var sound : all) {
      try {
        bringOn(sound);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void bringOn(RecognisedSound sound) {
    var video =
        videos.find(sound.videoId()).filter(it -> it.masterVersion().equals(sound.masterVersion()));
    if (video.isEmpty()
        || !words.areWanted(sound.transcript(), video.get())
        || isOver(sound, video.get())) {
      requests.settle(sound);
    }
  }

  /** Whether nothing more is to come. */
  private boolean isOver(RecognisedSound sound, Video video) {
    return switch (answer(sound, video)) {
      case Answer.Coming _ -> false;
      case Answer.Here here -> {
        words
            .take(sound.transcript(), video, here.words(), sourceName)
            .ifPresent(reason -> refuse(sound, video, reason));
        yield true;
      }
      case Answer.Failed failed -> {
        refuse(sound, video, failed.reason());
        yield true;
      }
    };
  }

  private void refuse(RecognisedSound sound, Video video, String reason) {
    LOG.warn("{} has no words: {}", sound.name(), reason);
    EmfCount.printOfStack("RecognitionsFailed", "language", sound.language());
    words.refuse(sound.transcript(), video, reason);
  }

  private Answer answer(RecognisedSound sound, Video video) {
    var language = RecognitionPolicy.tag(sound.language());
    var track = SpokenTrack.of(video, sound.language());
    if (language.isEmpty() || track.isEmpty()) {
      return new Answer.Failed("The master has no sound in this language");
    }
    try {
      return source.ask(sound, sounds.keep(video, track.get()), language.get());
    } catch (NoSoundException e) {
      return new Answer.Failed("Its sound cannot be handed on: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
