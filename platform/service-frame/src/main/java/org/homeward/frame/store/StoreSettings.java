package org.homeward.frame.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service writes, {@code homeward.store.*}.
 *
 * @param writePrevious documents are written as the release before reads them, while one of its
 *     instances runs
 * @param lookEvery how often it is looked for alarms and changes that another instance left when it
 *     died
 */
@ConfigurationProperties("homeward.store")
public record StoreSettings(boolean writePrevious, @DefaultValue("30s") Duration lookEvery) {}
