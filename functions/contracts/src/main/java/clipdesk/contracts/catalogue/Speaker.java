package clipdesk.contracts.catalogue;

import static java.util.Objects.requireNonNull;

import clipdesk.common.json.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who speaks in a video. Labels of an official text are this person if they read as a name, as the
 * role alone, or as an alias.
 *
 * @param aliases other spellings, in any language
 */
public record Speaker(String id, Localised name, Optional<Localised> role, List<String> aliases) {
  public Speaker {
    requireNonNull(id);
    requireNonNull(name);
    requireNonNull(role);
    aliases = List.copyOf(aliases);
  }

  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", id);
    members.put("name", name.members());
    role.ifPresent(it -> members.put("role", it.members()));
    if (!aliases.isEmpty()) {
      members.put("aliases", aliases);
    }
    return members;
  }

  static Speaker of(Members members) {
    return new Speaker(
        members.filledText("id"),
        Localised.of(members.object("name")),
        members.optionalObject("role").map(Localised::of),
        members.has("aliases") ? members.texts("aliases") : List.of());
  }
}
