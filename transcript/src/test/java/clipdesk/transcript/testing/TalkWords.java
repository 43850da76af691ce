package clipdesk.transcript.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What random talks of a language are made of: lists of lines by name, from a file. */
record TalkWords(String language, Map<String, List<String>> lists) {
  static TalkWords of(String language) {
    try (var in = TalkWords.class.getResourceAsStream("talk-" + language + ".txt")) {
      var lists = new HashMap<String, List<String>>();
      var list = new ArrayList<String>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("# ")) {
          list = new ArrayList<>();
          lists.put(line.substring(2), list);
        } else {
          list.add(line);
        }
      }
      return new TalkWords(language, lists);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> all(String list) {
    return lists.get(list);
  }
}
