/**
 * An independent oracle of the second policy of the best-known state: slow, without short cuts, each method named after
 * its rule and commented with the rule's words.
 *
 * <p>Where the rules leave a choice, these are the readings taken here.
 *
 * <ul>
 *   <li>R0: a text that is an id once it is folded means that subject. Under many, all qualifiers count. The first claim of
 *       a question is the first by position, so the grouping under many depends on the order of filing.
 *   <li>R1: an anonymous attestor has the origin of the root's publisher. An echo inherits from evidence of its own stance,
 *       and only where that names one attestor. Sources of one content have the origin of the earliest root. What derives
 *       from a source joins its origin only for support without an attestor. A publisher's parent joins nothing.
 *   <li>R2: the date of the words goes before all other dates. Of several dates of a report the one that ends first counts.
 *       A source without a date was published at some time before its capture or registration; a protected one is dated by
 *       its registration. Credibility is inherited by echoes as reliability is. An outlet that is only named has the
 *       rating of the source that names it.
 *   <li>R3: a publisher that carries a statement is that of the root. A rejection counts as "otherwise" for a return too,
 *       needs one state, and is given up by support whose onset is later. "In between" is judged within one publisher.
 *   <li>R4: texts are the same where they fold to one. Two instants are one, or exclude each other. Different kinds are apart, and so is a bare number from one with a unit where the predicate has none. Trailing
 *       zeros are not significant. Relations bind two claims only, and the last recorded goes before earlier ones.
 *   <li>R5: a set is a lone date, but between its members it claims nothing. Two successions that contradict each other are none,
 *       and where all candidates would be over in a ring, none is. "Begun" is judged by the first
 *       possible day, and only of what holds. "Less fresh" is wholly before. Asserted means grade 2 or more.
 *   <li>R6: a dispute or denial reaches whatever is or implies what it rejects, within one state.
 *   <li>R8: the last date of support is the last day of a statement's date (R2). An annulment works from the last possible
 *       day of the annulling claim's beginning, and of claims that annul each other in a ring each is asked once.
 *   <li>R9: E counts with D and F; credibility is ordered 1, 2, 3, none, 6, 4, 5.
 *   <li>R10: "left over" is what is neither over nor to come nor set aside, in any class and grade. A weighed claim is no
 *       part of a pair of others. What an origin repeats with no more weight is no new support. A notice against what is
 *       echoed touches the echo. A claim's own status has neither open nor unknown.
 * </ul>
 */
package org.claimsledger.oracle.policy2;
