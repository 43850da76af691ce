package clipdesk.media.transcripts;

import clipdesk.common.logging.EmfCount;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.common.web.EntityTags;
import clipdesk.contracts.catalogue.Video;
import clipdesk.media.catalogue.Videos;
import clipdesk.media.transcripts.Seen.Refusal;
import clipdesk.media.transcripts.Transcripts.Stored;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.text.TextReader;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes revisions of files that were put for a video's transcripts, as an editor's would be made.
 * What is there now counts, whatever an event said; of a file and an editor, whoever came last. A
 * file that cannot be read changes nothing but the report, where editors and operators find why.
 */
final class TakeFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TakeFiles.class);

  /** Editors write at the same time, each once in a while. */
  private static final int ROUNDS = 5;

  private static final Comparator<BroughtFile> OLDEST_FIRST =
      Comparator.comparing(BroughtFile::modified).thenComparing(BroughtFile::name);

  /** Texts inside the master count where nobody brought words. */
  private static final Comparator<BroughtFile> PEOPLE_FIRST =
      Comparator.comparing(it -> it.kind() == Brought.TRACK);

  private final Videos videos;
  private final BroughtFiles files;
  private final Transcripts transcripts;
  private final EditTranscript editTranscript;
  private final AskForWords askForWords;

  TakeFiles(
      Videos videos,
      BroughtFiles files,
      Transcripts transcripts,
      EditTranscript editTranscript,
      AskForWords askForWords) {
    this.videos = videos;
    this.files = files;
    this.transcripts = transcripts;
    this.editTranscript = editTranscript;
    this.askForWords = askForWords;
  }

  /** One transcript's file of one kind. */
  private record Slot(String language, Brought kind) {}

  /**
   * Takes the newest file of each kind and language. Files of a video that the catalogue does not
   * know wait until it is taken in. Then has words laid anew on a sound that was listened to since,
   * and words recognised where nobody brought some.
   */
  void of(String videoId) {
    var video = videos.find(videoId);
    if (video.isEmpty()) {
      LOG.info("{} is not in the catalogue yet", videoId);
      return;
    }
    var newest =
        files.list(video.get()).stream()
            .filter(it -> isLanguage(videoId, it))
            .filter(it -> it.kind() != Brought.TRACK || isDescribed(video.get(), it))
            .collect(
                Collectors.toMap(
                    it -> new Slot(it.language(), it.kind()),
                    it -> it,
                    BinaryOperator.maxBy(OLDEST_FIRST)));
    newest.values().stream()
        .sorted(PEOPLE_FIRST.thenComparing(OLDEST_FIRST))
        .forEach(it -> take(new TranscriptKey(videoId, it.language()), video.get(), it));
    for (var language : video.get().description().languages()) {
      var key = new TranscriptKey(videoId, language);
      untilWritten(key, () -> isMadeAgain(key, video.get()));
    }
    askForWords.whereWanted(video.get());
  }

  private static boolean isLanguage(String videoId, BroughtFile file) {
    var known = TranscriptKey.isLanguage(file.language());
    if (!known) {
      LOG.warn("A file of {} is of no transcript: its name is no language", videoId);
    }
    return known;
  }

  private static boolean isDescribed(Video video, BroughtFile file) {
    return video.description().languages().contains(file.language());
  }

  private void take(TranscriptKey key, Video video, BroughtFile file) {
    untilWritten(
        key, () -> !isNew(transcripts.find(key), video, file) || isTaken(key, video, file));
  }

  /**
   * @param attempt false if somebody else wrote the transcript meanwhile
   */
  private static void untilWritten(TranscriptKey key, BooleanSupplier attempt) {
    for (var round = 0; round < ROUNDS; round++) {
      if (attempt.getAsBoolean()) {
        return;
      }
      LOG.info("Somebody else wrote {} first: once more", key);
    }
    throw new IllegalStateException("Others always write the transcript first");
  }

  /** Its sound may have been listened to since. */
  private boolean isMadeAgain(TranscriptKey key, Video video) {
    try {
      editTranscript.makeAgain(key, video);
      return true;
    } catch (ProblemException e) {
      if (e.type() != ProblemType.PRECONDITION_FAILED) {
        throw e;
      }
      return false;
    }
  }

  /**
   * @return false if somebody else wrote the transcript meanwhile
   */
  private boolean isTaken(TranscriptKey key, Video video, BroughtFile file) {
    try {
      if (!isDescribed(video, file)) {
        refuse(key, file, new Refusal("unknown-language", "The video is in no such language"));
        return true;
      }
      if (file.sizeBytes() > most(file.kind())) {
        refuse(key, file, tooLarge(file));
        return true;
      }
      files.read(file).ifPresent(content -> take(key, video, file, content));
      return true;
    } catch (ProblemException e) {
      return e.type() != ProblemType.PRECONDITION_FAILED && isRefused(key, file, Refusal.of(e));
    }
  }

  private void take(TranscriptKey key, Video video, BroughtFile file, byte[] content) {
    Expected older = stored -> older(stored, video, file);
    switch (file.kind()) {
      case TEXT -> editTranscript.putText(key, video, older, content, Seen.of(file));
      case WORDS -> editTranscript.putWords(key, video, older, content, Seen.of(file));
      case TRACK -> editTranscript.putTexts(key, video, older, content, Seen.of(file));
      case RECOGNITION -> throw new IllegalStateException("No file is of this kind");
    }
  }

  /** An editor may have been there since the file was looked for. */
  private static Optional<Stored> older(Optional<Stored> stored, Video video, BroughtFile file) {
    if (!isNew(stored, video, file)) {
      throw EntityTags.stale(stored.orElseThrow().state().version());
    }
    return stored;
  }

  private static boolean isNew(Optional<Stored> stored, Video video, BroughtFile file) {
    var state = stored.map(Stored::state).orElse(TranscriptState.NONE);
    var seen = Optional.ofNullable(state.seen().get(file.kind()));
    return file.kind() == Brought.TRACK
        ? !state.hasWords(video) && seen.filter(it -> it.settles(file)).isEmpty()
        : seen.map(it -> it.isBefore(file)).orElse(true);
  }

  private boolean isRefused(TranscriptKey key, BroughtFile file, Refusal refusal) {
    try {
      refuse(key, file, refusal);
      return true;
    } catch (ProblemException overtaken) {
      return false;
    }
  }

  private void refuse(TranscriptKey key, BroughtFile file, Refusal refusal) {
    LOG.warn("A file of {} is refused: {}", key, refusal.code());
    EmfCount.print("TranscriptFilesRefused", Map.of());
    editTranscript.refuse(key, file.kind(), Seen.of(file).refused(refusal));
  }

  private static Refusal tooLarge(BroughtFile file) {
    return new Refusal(
        "too-large",
        "%d bytes, at most %d are taken".formatted(file.sizeBytes(), most(file.kind())));
  }

  private static int most(Brought kind) {
    return kind == Brought.TEXT ? TextReader.MAX_BYTES : HeardReader.MAX_BYTES;
  }
}
