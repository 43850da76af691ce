package clipdesk.newsletters;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of the API function for lists of subscribers. A function that is not told which one it is
 * has the beans of all, as in tests; docs/decisions/0064.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Requires(property = "newsletters.api", value = "lists", defaultValue = "lists")
public @interface OfLists {}
