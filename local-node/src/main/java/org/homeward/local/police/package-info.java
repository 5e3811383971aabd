/**
 * A reader of a police feed that misses nothing, for those who write their own: it follows the feed
 * by its CAP messages, believes signatures only, and stores its place after it has shown what came
 * before it.
 */
package org.homeward.local.police;
