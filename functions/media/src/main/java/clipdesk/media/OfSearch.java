package clipdesk.media;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of the API function that searches what was said. A function that is not told which one it
 * is has the beans of all, as in tests; docs/decisions/0087.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Requires(property = "media.api", value = "search", defaultValue = "search")
public @interface OfSearch {}
