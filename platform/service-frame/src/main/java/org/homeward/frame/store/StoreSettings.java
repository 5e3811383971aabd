package org.homeward.frame.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this service writes, {@code homeward.store.*}.
 *
 * @param writePrevious documents are written as the release before reads them, while one of its
 *     instances runs
 */
@ConfigurationProperties("homeward.store")
public record StoreSettings(boolean writePrevious) {}
