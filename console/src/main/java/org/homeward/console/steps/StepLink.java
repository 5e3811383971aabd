package org.homeward.console.steps;

/**
 * Where something is done.
 *
 * @param text in words
 * @param to the address of its page
 */
public record StepLink(String text, String to) {}
