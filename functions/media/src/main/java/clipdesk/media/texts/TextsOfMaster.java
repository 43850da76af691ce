package clipdesk.media.texts;

import clipdesk.cutter.MasterTexts;
import clipdesk.cutter.index.NamedTrack;
import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.transcript.heard.HeardReader;
import clipdesk.transcript.refusals.MalformedInputException;
import clipdesk.transcript.refusals.UnsupportedInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes WebVTT of the text tracks of a master, one track a language. */
public final class TextsOfMaster {
  private static final Logger LOG = LoggerFactory.getLogger(TextsOfMaster.class);

  /** Of a text that is shown to everybody, also to who hides subtitles (QuickTime File Format). */
  private static final long ALL_FORCED = 0x8000_0000L;

  private static final int DISPLAY_FLAGS_AT = 16;

  /** Forced texts are translations of signs and of what guests say, not what is spoken. */
  private static final Comparator<NamedTrack> BEST_FIRST =
      Comparator.comparing(TextsOfMaster::isForced);

  private final MasterTexts texts;
  private final TrackLanguage languages;
  private final int durationMs;

  private TextsOfMaster(MasterTexts texts, TrackLanguage languages, int durationMs) {
    this.texts = texts;
    this.languages = languages;
    this.durationMs = durationMs;
  }

  /**
   * What was found.
   *
   * @param vtt by language, as the description calls it
   * @param faults why tracks were left out, by their ids
   */
  public record Found(Map<String, byte[]> vtt, Map<String, Fault> faults) {}

  /** Why nothing is made of a track. */
  public enum Fault {
    /** It breaks the rules of its form. */
    DAMAGED,
    /** It keeps them, and is larger than is read. */
    TOO_LARGE
  }

  /**
   * @param index of the master, which must stay open
   * @param described languages of the video
   * @param known of them need no texts any more
   * @throws IOException if the master cannot be read, or changed meanwhile
   */
  public static Found of(
      SampleIndex index,
      ByteSource master,
      List<String> described,
      Set<String> known,
      long durationMs)
      throws IOException {
    var texts = new MasterTexts(index, master);
    var shown = Math.clamp(durationMs, 0, Integer.MAX_VALUE);
    return new TextsOfMaster(texts, new TrackLanguage(described), shown).read(known);
  }

  private Found read(Set<String> known) throws IOException {
    Map<String, byte[]> vtt = new LinkedHashMap<>();
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (var tracks : byLanguage().entrySet()) {
      for (var track : tracks.getValue()) {
        if (!known.contains(tracks.getKey()) && !vtt.containsKey(tracks.getKey())) {
          read(track, faults).ifPresent(made -> vtt.put(tracks.getKey(), made));
        }
      }
    }
    return new Found(vtt, faults);
  }

  private Map<String, List<NamedTrack>> byLanguage() {
    Map<String, List<NamedTrack>> tracks = new LinkedHashMap<>();
    for (var track : texts.tracks().stream().sorted(BEST_FIRST).toList()) {
      languages
          .of(track.info().language())
          .ifPresent(it -> tracks.computeIfAbsent(it, _ -> new ArrayList<>()).add(track));
    }
    return tracks;
  }

  private static boolean isForced(NamedTrack named) {
    var description = named.track().description();
    return description.format().equals("tx3g")
        && (description.u32(DISPLAY_FLAGS_AT) & ALL_FORCED) != 0;
  }

  private Optional<byte[]> read(NamedTrack track, Map<String, Fault> faults) throws IOException {
    var id = track.info().id();
    try {
      return read(track);
    } catch (MalformedMasterException | MalformedInputException e) {
      LOG.info("{} is left out, for it is damaged: {}", id, e.getMessage());
      faults.put(id, Fault.DAMAGED);
    } catch (UnsupportedMasterException | UnsupportedInputException e) {
      LOG.info("{} is left out, for it is too large: {}", id, e.getMessage());
      faults.put(id, Fault.TOO_LARGE);
    }
    return Optional.empty();
  }

  /** Empty if nothing is said in it. */
  private Optional<byte[]> read(NamedTrack track) throws IOException {
    var cues = new CueSheet();
    var samples = TextSamples.of(track.track().description().format());
    texts.read(track, sample -> samples.read(sample, cues));
    if (cues.isEmpty()) {
      return Optional.empty();
    }
    var vtt = cues.vtt(track.info().id()).getBytes(StandardCharsets.UTF_8);
    return hasWords(vtt) ? Optional.of(vtt) : Optional.empty();
  }

  /** What is kept is what its reader takes: a track may show nothing but notes of music. */
  private boolean hasWords(byte[] vtt) {
    try {
      return !HeardReader.read(vtt, durationMs).words().isEmpty();
    } catch (MalformedInputException e) {
      if (e.code().equals("empty")) {
        return false;
      }
      throw e;
    }
  }
}
