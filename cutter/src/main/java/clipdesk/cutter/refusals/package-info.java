/**
 * Why a master, a range or a finished clip is not taken. What a caller shows to a person is made of
 * these.
 */
package clipdesk.cutter.refusals;
