/** Puts the frame together. */
package org.homeward.frame.config;
